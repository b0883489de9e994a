/** Gigabytes, rounded down to 0.25 … 8 (Device Memory, W3C): not in every browser, nor in TypeScript's library. */
function readDeviceMemory(): number | undefined {
  const scope: object = navigator;
  return 'deviceMemory' in scope && typeof scope.deviceMemory === 'number' ? scope.deviceMemory : undefined;
}

/** The weights are in memory three times while a model is loaded, and the engine and a page beside them. */
const timesWeights = 4;
const besidesBytes = 700_000_000;

/** False where the device says that it has too little; a device that says nothing may try. */
export function hasMemoryFor(modelBytes: number): boolean {
  const gigabytes = readDeviceMemory();
  return gigabytes === undefined || gigabytes * 1_073_741_824 >= modelBytes * timesWeights + besidesBytes;
}
