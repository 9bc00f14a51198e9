import { useEffect, useState } from 'preact/hooks';
import type { FileRef } from '../../../../src/terms.ts';
import { ApiError } from '../state/api.ts';
import { say, sayError } from '../words/words.ts';
import { Icon } from './icon.tsx';
import { toast } from './toasts.tsx';

const drawable = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

interface FileChipProps {
  readonly file: FileRef;
  /** Fetches the file with the reader's rights. Throws ApiError. */
  load(id: string): Promise<Blob>;
}

const save = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};

/** A file in a talk: a picture is shown, anything else is named; pressing it saves it. */
export const FileChip = ({ file, load }: FileChipProps) => {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    if (!drawable.includes(file.mediaType)) return;
    let url: string | null = null;
    void load(file.id).then(
      (blob) => {
        url = URL.createObjectURL(blob);
        setPicture(url);
      },
      () => {},
    );
    return () => {
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [file.id]);
  const fetchIt = () =>
    void load(file.id).then(
      (blob) => save(blob, file.name),
      (error) => toast(sayError(error instanceof ApiError ? error.code : 'offline'), 'error'),
    );
  return (
    <button type="button" class="file" onClick={fetchIt} aria-label={say('chat.file', { name: file.name })}>
      {picture ? <img src={picture} alt="" /> : null}
      <span class="file-line">
        <Icon name="file" size={16} />
        <span class="file-name">{file.name}</span>
        <span class="file-size">{size(file.bytes)}</span>
      </span>
    </button>
  );
};
