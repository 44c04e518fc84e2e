// How well a colour stands out from another, as WCAG 2.2 measures it. Pure.

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** Red, green and blue, each between 0 and 1. */
type Light = [number, number, number];

const lightOf = (colour: string): Light =>
  [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255) as Light;

/** Success criterion 1.4.3: relative luminance. */
function luminance(light: Light): number {
  const [red, green, blue] = light.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as Light;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: Light, other: Light): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

const white: Light = [1, 1, 1];

/** What text and the edges of a mark need. */
export const leastContrast = 4.5;

/** Between 1 and 21. */
export const contrastWithWhite = (colour: string): number => contrastOf(lightOf(colour), white);

/** The palest ground that the service puts the brand's words on is the colour itself, nine parts white. */
export function contrastWithItsTint(colour: string): number {
  const light = lightOf(colour);
  return contrastOf(light, light.map((part) => part * 0.1 + 0.9) as Light);
}
