import type { EmbedCode } from '@crm-elements/contract';

export interface EmbedRow {
  id: string;
  name: string;
  public_key: string;
  show_chat_icon: boolean;
  allowed_origins: string[];
  former_code: string | null;
}

/**
 * A site's code as the API tells it.
 * @param origin of the backend, as the reader reaches it
 */
export const toEmbedCode = (row: EmbedRow, origin: string): EmbedCode => ({
  id: row.id,
  name: row.name,
  key: row.public_key,
  show_chat_icon: row.show_chat_icon,
  allowed_origins: row.allowed_origins,
  former_code: row.former_code,
  code: `<script async src="${origin}/embed.js" data-portal="${row.public_key}"${row.show_chat_icon ? '' : ' data-chat="hidden"'}></script>`,
});
