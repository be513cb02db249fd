/** Zoho's older client for Node (API v2), pointed at a backend by its addresses alone. One for the process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const load = (path, name) => require(`zcrmsdk/${path}`)[name];
const api = (path, name = 'MasterModel') => load(`core/com/zoho/crm/api/${path}`, name);

const Initializer = load('routes/initializer', 'Initializer');
const { OAuthToken, TokenType } = require('zcrmsdk/models/authenticator/oauth_token');
const FileStore = load('models/authenticator/store/file_store', 'FileStore');
const Environment = load('routes/dc/environment', 'Environment');
const UserSignature = load('routes/user_signature', 'UserSignature');
const SDKConfigBuilder = load('routes/sdk_config_builder', 'MasterModel');
const { Logger, Levels } = require('zcrmsdk/routes/logger/logger');
const ParameterMap = load('routes/parameter_map', 'MasterModel');
const HeaderMap = load('routes/header_map', 'MasterModel');
const {
  RecordOperations,
  SearchRecordsParam,
} = require('zcrmsdk/core/com/zoho/crm/api/record/record_operations');
const Record = api('record/record');
const RecordBody = api('record/body_wrapper');
const { NotesOperations } = require('zcrmsdk/core/com/zoho/crm/api/notes/notes_operations');
const Note = api('notes/note');
const NoteBody = api('notes/body_wrapper');
const { QueryOperations } = require('zcrmsdk/core/com/zoho/crm/api/query/query_operations');
const { AttachmentsOperations } = require('zcrmsdk/core/com/zoho/crm/api/attachments/attachments_operations');
const FileBody = api('attachments/file_body_wrapper');
const StreamWrapper = load('utils/util/stream_wrapper', 'MasterModel');
const {
  TagsOperations,
  AddTagsToRecordParam,
} = require('zcrmsdk/core/com/zoho/crm/api/tags/tags_operations');
const QueryBody = api('query/body_wrapper');

/** @param {{ origin: string, clientId: string, clientSecret: string, refreshToken: string, email: string }} backend */
export async function openV2Client({ origin, clientId, clientSecret, refreshToken, email }) {
  const folder = mkdtempSync(join(tmpdir(), 'crm-v2-'));
  await Initializer.initialize(
    new UserSignature(email),
    new Environment(origin, `${origin}/oauth/v2/token`, `${origin}/`),
    new OAuthToken(clientId, clientSecret, refreshToken, TokenType.REFRESH),
    new FileStore(join(folder, 'tokens.txt')),
    new SDKConfigBuilder().setAutoRefreshFields(true).setPickListValidation(false).build(),
    folder,
    Logger.getInstance(Levels.ERROR, join(folder, 'client.log')),
  );

  const records = new RecordOperations();
  const files = (module, id) => new AttachmentsOperations(module, BigInt(id));
  const body = (values) => {
    const record = new Record();
    for (const [name, value] of Object.entries(values)) record.addKeyValue(name, value);
    const wrapper = new RecordBody();
    wrapper.setData([record]);
    return wrapper;
  };
  const outcome = (response) => {
    const [row] = response.object.getData();
    return {
      status: response.statusCode,
      code: row.getCode().getValue(),
      details: Object.fromEntries(row.getDetails() ?? []),
    };
  };
  const rowsOf = (response, fields) =>
    (response?.object?.getData() ?? []).map((record) =>
      Object.fromEntries(fields.map((field) => [field, record.getKeyValue(field)])),
    );
  return {
    create: async (module, values) => outcome(await records.createRecords(module, body(values))),
    update: async (module, id, values) =>
      outcome(await records.updateRecord(BigInt(id), module, body(values), new HeaderMap())),
    remove: async (module, id) =>
      outcome(await records.deleteRecord(BigInt(id), module, new ParameterMap(), new HeaderMap())),
    async get(module, id, fields) {
      return rowsOf(
        await records.getRecord(BigInt(id), module, new ParameterMap(), new HeaderMap()),
        fields,
      )[0];
    },
    list: async (module, fields) =>
      rowsOf(await records.getRecords(module, new ParameterMap(), new HeaderMap()), fields),
    async search(module, criteria, fields) {
      const map = new ParameterMap();
      await map.add(SearchRecordsParam.CRITERIA, criteria);
      return rowsOf(await records.searchRecords(module, map, new HeaderMap()), fields);
    },
    async coql(query, fields) {
      const wrapper = new QueryBody();
      wrapper.setSelectQuery(query);
      return rowsOf(await new QueryOperations().getRecords(wrapper), fields);
    },
    async addNote(module, id, title, content) {
      const parent = new Record();
      parent.setId(BigInt(id));
      const note = new Note();
      note.setNoteTitle(title);
      note.setNoteContent(content);
      note.setParentId(parent);
      note.setSeModule(module);
      const wrapper = new NoteBody();
      wrapper.setData([note]);
      return outcome(await new NotesOperations().createNotes(wrapper));
    },
    async attach(module, id, name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      const wrapper = new FileBody();
      wrapper.setFile(new StreamWrapper(null, null, path));
      return outcome(await files(module, id).uploadAttachment(wrapper));
    },
    async attachments(module, id) {
      const response = await files(module, id).getAttachments(new ParameterMap());
      return (response?.object?.getData() ?? []).map((file) => file.getFileName());
    },
    async download(module, id, attachment) {
      const response = await files(module, id).downloadAttachment(BigInt(attachment));
      return String(response.object.getFile().stream);
    },
    async addTag(module, id, name) {
      const map = new ParameterMap();
      await map.add(AddTagsToRecordParam.TAG_NAMES, name);
      return outcome(await new TagsOperations().addTagsToRecord(BigInt(id), module, map));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
