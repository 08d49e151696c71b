/** For tests only: shipped code never imports this room. */
export * from './fixture.ts';
export * from './ports.ts';
