/**
 * Whether a number is a multiple of another as both are written in decimals: 19.99 is one of 0.01, though the quotient of the
 * two in binary is not whole.
 */
export function isMultipleOf(value: number, factor: number): boolean {
  if (!Number.isFinite(value) || !(factor > 0)) return true;
  const [digits, exponent] = decimalOf(value);
  const [factorDigits, factorExponent] = decimalOf(factor);
  const least = Math.min(exponent, factorExponent);
  const scaled = digits * 10n ** BigInt(exponent - least);
  return scaled % (factorDigits * 10n ** BigInt(factorExponent - least)) === 0n;
}

/** A number as an integer and a power of ten. */
function decimalOf(value: number): readonly [digits: bigint, exponent: number] {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
