export { comparatorText, comparatorWords, type ComparatorWords } from './criteria/comparators/index.js';
export { CrmCriteriaEditor } from './criteria/crm-criteria-editor.js';
export { elements } from './elements.js';
export {
  CrmCriteriaChangedEvent,
  CrmFilesPickedEvent,
  CrmRecordPickedEvent,
  CrmTagPickedEvent,
  CrmUserPickedEvent,
  type PersonKind,
  type PickedPerson,
  type PickedRecord,
} from './events.js';
export { lines } from './icons/lines.js';
export { renderIcon } from './icons/render-icon.js';
export { CrmFilePicker } from './file-picker/crm-file-picker.js';
export { PanelController } from './panel/panel-controller.js';
export { renderBell } from './panel/render-bell.js';
export { renderPanel, renderPanelBar } from './panel/render-panel.js';
export { panelStyles } from './panel/panel.styles.js';
export { guardUnsaved } from './form/guard-unsaved.js';
export { renderSelect, renderTextArea, renderTextField } from './form/render-field.js';
export { CrmRecordPicker } from './record-picker/crm-record-picker.js';
export { initialsOf, renderAvatar } from './render-avatar.js';
export { renderMore } from './render-more.js';
export { chevron } from './styles/chevron.js';
export { controls } from './styles/controls.js';
export { more } from './styles/more.js';
export { related } from './styles/related.js';
export { surfaces } from './styles/surfaces.js';
export { CrmTagPicker } from './tag-picker/crm-tag-picker.js';
export { renderTabs } from './tabs/render-tabs.js';
export { tabs } from './tabs/tabs.styles.js';
export { values } from './styles/values.js';
export { CrmUserPicker } from './user-picker/crm-user-picker.js';
