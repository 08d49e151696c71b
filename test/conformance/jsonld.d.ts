/** The part of the package that the conformance check uses; it brings no types of its own. */
declare module 'jsonld' {
  interface Options {
    readonly documentLoader: (url: string) => Promise<unknown>;
    readonly safe: boolean;
    readonly format: 'application/n-quads';
    readonly base: string;
  }
  const jsonld: { toRDF(document: unknown, options: Options): Promise<string> };
  export default jsonld;
}
