import { css } from 'lit';

export const styles = css`
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem;
    min-inline-size: 0;
  }
  .tags {
    display: contents;
    list-style: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: 1.5rem;
    line-height: 1.375rem;
  }
  .chip bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .remove {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin-inline-end: -0.4375rem;
    border-radius: 99px;
    color: inherit;
  }
  .add {
    min-block-size: 1.5rem;
    padding: 0 0.5rem;
    border: 1px dashed var(--_border);
    border-radius: 99px;
    font-size: 0.75rem;
    line-height: 1.375rem;
  }
  crm-tag-picker {
    flex: 1 1 11rem;
    max-inline-size: 16rem;
  }
  .fault {
    margin-block-start: 0.25rem;
  }
`;
