/** Whether there is a graphics chip that lets itself be used: many browsers have WebGPU and no chip for it. */
export async function hasGpu(): Promise<boolean> {
  const scope: object = navigator;
  const gpu = 'gpu' in scope ? scope.gpu : undefined;
  if (typeof gpu !== 'object' || gpu === null || !('requestAdapter' in gpu)) return false;
  try {
    return typeof gpu.requestAdapter === 'function' && (await gpu.requestAdapter()) !== null;
  } catch {
    return false;
  }
}
