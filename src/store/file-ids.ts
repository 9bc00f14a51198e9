const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Ids of the files that stand anywhere in a stored value, under a field `files`. */
export const fileIdsIn = (value: unknown): readonly string[] => {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name !== 'files' || !Array.isArray(inner)) return fileIdsIn(inner);
    return inner.flatMap((file) =>
      isObject(file) && 'id' in file && typeof file.id === 'string' ? [file.id] : [],
    );
  });
};
