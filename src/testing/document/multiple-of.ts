/* Multiples of numbers as both are written in decimals: 19.99 is one of 0.01, though the quotient of the two in binary is not whole. */

export function isMultipleOf(value: number, factor: number): boolean {
  if (!Number.isFinite(value) || !(factor > 0)) return true;
  const [number, step] = scaled(value, factor);
  return number % step === 0n;
}

/** The least multiple of a factor that is not below a limit, or that is above it. */
export function leastMultiple(limit: number, factor: number, isAbove: boolean): number {
  const [number, step, exponent] = scaled(limit, factor);
  const rest = ((number % step) + step) % step;
  const isReached = rest === 0n && !isAbove;
  return Number(`${isReached ? number : number - rest + step}e${exponent}`);
}

/** The least number that is a multiple of both. */
export function commonMultiple(one: number, other: number): number {
  const [first, second, exponent] = scaled(one, other);
  let [divisor, rest] = [first, second];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return Number(`${(first / divisor) * second}e${exponent}`);
}

/** Two numbers as whole ones, each times the same power of ten. */
function scaled(one: number, other: number): readonly [one: bigint, other: bigint, exponent: number] {
  const [digits, exponent] = decimalOf(one);
  const [otherDigits, otherExponent] = decimalOf(other);
  const least = Math.min(exponent, otherExponent);
  return [
    digits * 10n ** BigInt(exponent - least),
    otherDigits * 10n ** BigInt(otherExponent - least),
    least,
  ];
}

/** A number as an integer and a power of ten. */
function decimalOf(value: number): readonly [digits: bigint, exponent: number] {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
