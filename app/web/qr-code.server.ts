// Draws what a telephone's camera can read.

/** As the address of a picture, for `src`. */
export async function qrCodeOf(text: string): Promise<string> {
  // Loaded when first needed: most starts of the service draw no code.
  const { default: qrCode } = await import("qrcode");
  const svg = await qrCode.toString(text, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
