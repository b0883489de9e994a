/** "0:14", "1:02:05" */
export function durationInWords(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (number: number) => String(number).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

/** "14 seconds", for ears. */
export function durationForEars(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} ${whole === 1 ? 'second' : 'seconds'}`;
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  const said = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return rest === 0 ? said : `${said} ${rest} ${rest === 1 ? 'second' : 'seconds'}`;
}
