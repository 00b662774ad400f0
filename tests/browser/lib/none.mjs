/** Fails with every fault, at most forty of them. */
export function none(faults) {
  if (faults.length === 0) return;
  const more = faults.length > 40 ? `\n… and ${faults.length - 40} more` : '';
  const error = new Error(`${faults.length} faults\n${faults.slice(0, 40).join('\n')}${more}`);
  // Where the faults were counted tells nothing.
  error.stack = error.message;
  throw error;
}
