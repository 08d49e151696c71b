import { formOf } from '../corpus/names/form.ts';
import type { Entity, Link, Snapshot } from '../corpus/types.ts';

/** Why the written forms of one entity are one: for each the links that lead from it to the canonical name. */
export class Reasons {
  readonly #entity: Entity;
  /** First links on the shortest ways to the canonical name, by the names that they start from. */
  readonly #ways = new Map<string, { readonly link: Link; readonly next: string }>();
  readonly #direct = new Map<string, Link[]>();

  constructor(snapshot: Snapshot, entity: Entity) {
    this.#entity = entity;
    const links = snapshot.linksOf(entity.id);
    for (const link of links) append(this.#direct, link.from, link);
    this.#walk(links);
  }

  /** The links from a written form to the canonical name, in order; empty for the canonical name itself. */
  of(form: string): readonly Link[] {
    if (form === this.#entity.name) return [];
    const target = this.#nameOf(this.#entity.name);
    const chain: Link[] = [];
    for (let at = this.#nameOf(form); at !== target;) {
      const way = this.#ways.get(at);
      if (way === undefined) break;
      chain.push(way.link);
      at = way.next;
    }
    const direct = this.#direct.get(form) ?? [];
    const [first, ...others] = chain;
    // Links of a name are told of the form in which it is mostly written.
    if (first !== undefined)
      return this.#nameOf(first.from) === this.#nameOf(form) ? [{ ...first, from: form }, ...others] : chain;
    if (direct.length > 0) return direct;
    return this.#nameOf(form) === target
      ? [{ from: form, to: this.#entity.name, reason: 'same-name', confidence: 1 }]
      : [];
  }

  /** Breadth first from the canonical name; links are walked both ways, as each only says that two forms are one. */
  #walk(links: readonly Link[]): void {
    const byName = new Map<string, Link[]>();
    for (const link of links) {
      append(byName, this.#nameOf(link.from), link);
      append(byName, this.#nameOf(link.to), link);
    }
    const start = this.#nameOf(this.#entity.name);
    const reached = new Set([start]);
    for (const name of reached) {
      for (const link of byName.get(name) ?? []) {
        for (const other of [this.#nameOf(link.from), this.#nameOf(link.to)]) {
          if (reached.has(other)) continue;
          reached.add(other);
          this.#ways.set(other, { link, next: name });
        }
      }
    }
  }

  /** What resolution takes a written form for: titles, case and accents make no other name. */
  #nameOf(form: string): string {
    return formOf(this.#entity.type, form)?.key ?? form;
  }
}

function append<K>(map: Map<K, Link[]>, key: K, link: Link): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [link]);
  else list.push(link);
}
