/** The parts of packages without types of their own that the tests use: other people's readers. */
declare module 'markdown-it' {
  interface Token {
    readonly type: string;
    readonly tag: string;
    readonly level: number;
    readonly content: string;
    readonly attrs: readonly (readonly [name: string, value: string])[] | null;
    readonly children: readonly Token[] | null;
  }
  export default class MarkdownIt {
    constructor(preset: 'commonmark');
    validateLink: (address: string) => boolean;
    parse(markdown: string, environment: object): readonly Token[];
  }
}

declare module '@citation-js/core' {
  export class Cite {
    constructor(input: string);
    format(name: 'bibliography', options: { readonly template: 'apa'; readonly lang: 'en-US' }): string;
  }
}

declare module '@citation-js/plugin-csl';
