export const results = {
  unnamedImage: 'Image made by the program',
  /** In copied text. */
  imageAsText: '[image: {name}]',
};
