/** Work that would hold up the extension's only thread is done a part at a time, and others have their turn between. */

/** Items of a slice. A name goes into its index in a twentieth of a millisecond: a slice is over before anybody notices. */
const SLICE = 500;

/**
 * Does work slice by slice: `doPart` takes at most so many items and returns whether it has come to the end. Other work is let in before each
 * slice, and the rest is left undone once it `goesOn` no more. Returns whether all was done.
 */
export async function inSlices(doPart: (most: number) => boolean, goesOn: () => boolean): Promise<boolean> {
  for (;;) {
    await turn();
    if (!goesOn()) return false;
    if (doPart(SLICE)) return true;
  }
}

/** A timer, as nothing that is only promised lets events in. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
