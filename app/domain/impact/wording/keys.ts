// Keys of the figures that pages link to.

/** Keys of figures that repeat a slug, as a question in new words does: "recognise", "recognise-2". */
export const slugKeys = (list: readonly { slug: string }[]): string[] =>
  list.map(({ slug }, index) => {
    const nth = list.slice(0, index).filter((one) => one.slug === slug).length;
    return nth === 0 ? slug : `${slug}-${nth + 1}`;
  });
