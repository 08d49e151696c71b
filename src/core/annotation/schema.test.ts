import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { arbitraryPage } from '../../testing/annotations.ts';
import { FORMAT_VERSION, MOTIVATIONS, writeMotivation } from './vocabulary.ts';
import { writeSidecar } from './write.ts';

interface Schema {
  readonly properties: { readonly 'apparatus:version': { readonly const: number } };
  readonly definitions: { readonly motivation: { readonly anyOf: readonly { readonly enum?: readonly string[] }[] } };
}

const schema = JSON.parse(
  readFileSync(new URL('../../../media/schemas/sidecar.schema.json', import.meta.url), 'utf8'),
) as Schema;

describe('the schema of sidecars', () => {
  // The format "iri-reference" is the editor's to check.
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

  it('accepts what is written', () => {
    fc.assert(
      fc.property(arbitraryPage, (page) => {
        assert.ok(validate(JSON.parse(writeSidecar(page))), JSON.stringify(validate.errors));
      }),
    );
  });

  it('refuses what breaks the model', () => {
    const page = (item: object): object => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'a',
      type: 'AnnotationPage',
      items: [{ id: 'urn:x', type: 'Annotation', target: 'a.txt', ...item }],
    });
    assert.ok(validate(page({})));
    for (const wrong of [
      { target: [] },
      { id: 7 },
      { body: 'x', bodyValue: 'y' },
      { created: 'yesterday' },
      { motivation: 'assessing' },
      { 'apparatus:status': 'done' },
      { body: { value: 'a', source: 'b' } },
      { target: { source: 'a', selector: { type: 'TextPositionSelector', start: -1, end: 2 } } },
    ]) {
      assert.ok(!validate(page(wrong)), JSON.stringify(wrong));
    }
  });

  it('knows the same version and motivations as the program', () => {
    assert.equal(schema.properties['apparatus:version'].const, FORMAT_VERSION);
    assert.deepEqual(
      schema.definitions.motivation.anyOf.flatMap((one) => one.enum ?? []).toSorted(),
      MOTIVATIONS.map(writeMotivation).toSorted(),
    );
  });
});
