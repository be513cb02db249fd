/** The vendor's own SDK (v8), pointed at a backend by its addresses alone. It keeps one client for the process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as sdk from '@zohocrm/nodejs-sdk-8.0';

/** @param {{ origin: string, clientId: string, clientSecret: string, refreshToken: string }} backend */
export async function openVendorSdk({ origin, clientId, clientSecret, refreshToken }) {
  const folder = mkdtempSync(join(tmpdir(), 'crm-sdk-'));
  const token = new sdk.OAuthBuilder()
    .clientId(clientId)
    .clientSecret(clientSecret)
    .refreshToken(refreshToken)
    .build();
  const initializer = await new sdk.InitializeBuilder();
  initializer
    .environment(new sdk.Environment(origin, `${origin}/oauth/v2/token`, `${origin}/`))
    .token(token)
    .logger(new sdk.LogBuilder().level(sdk.Levels.OFF).filePath(join(folder, 'sdk.log')).build())
    .store(new sdk.FileStore(join(folder, 'tokens.txt')))
    .SDKConfig(new sdk.SDKConfigBuilder().build())
    .resourcePath(folder);
  await initializer.initialize();

  const records = (module) => new sdk.Record.RecordOperations(module);
  const body = (values, changes = () => undefined) => {
    const record = new sdk.Record.Record();
    for (const [name, value] of Object.entries(values)) record.addKeyValue(name, value);
    const wrapper = new sdk.Record.BodyWrapper();
    wrapper.setData([record]);
    changes(wrapper);
    return wrapper;
  };
  const parameters = async (entries) => {
    const map = new sdk.ParameterMap();
    for (const [parameter, value] of entries) await map.add(parameter, value);
    return map;
  };
  const headers = () => new sdk.HeaderMap();
  /** What became of the first row of a write. */
  const outcome = (response, rows = (answer) => answer.getData()) => {
    const [row] = rows(response.getObject());
    const details = row.getDetails();
    return {
      status: response.getStatusCode(),
      code: row.getCode().getValue(),
      details: Object.fromEntries(details ?? []),
      ...(row.getAction?.() && { action: row.getAction().getValue() }),
    };
  };
  const rowsOf = (response, fields) =>
    (response?.getObject()?.getData() ?? []).map((record) =>
      Object.fromEntries(fields.map((field) => [field, record.getKeyValue(field)])),
    );

  return {
    create: async (module, values) => outcome(await records(module).createRecords(body(values), headers())),
    update: async (module, id, values) =>
      outcome(await records(module).updateRecord(BigInt(id), body(values), headers())),
    upsert: async (module, values, checks) =>
      outcome(
        await records(module).upsertRecords(
          body(values, (wrapper) => wrapper.setDuplicateCheckFields(checks)),
          headers(),
        ),
      ),
    remove: async (module, id) =>
      outcome(await records(module).deleteRecord(BigInt(id), new sdk.ParameterMap(), headers())),
    async get(module, id, fields) {
      const response = await records(module).getRecord(BigInt(id), new sdk.ParameterMap(), headers());
      return rowsOf(response, fields)[0];
    },
    async list(module, fields, perPage) {
      const { FIELDS, PER_PAGE } = sdk.Record.GetRecordsParam;
      const map = await parameters([
        [FIELDS, fields.join(',')],
        [PER_PAGE, perPage],
      ]);
      const response = await records(module).getRecords(map, headers());
      return { rows: rowsOf(response, fields), more: response.getObject().getInfo().getMoreRecords() };
    },
    async search(module, criteria, fields) {
      const { CRITERIA, FIELDS } = sdk.Record.SearchRecordsParam;
      const map = await parameters([
        [CRITERIA, criteria],
        [FIELDS, fields.join(',')],
      ]);
      return rowsOf(await records(module).searchRecords(map, headers()), fields);
    },
    async coql(query, fields) {
      const wrapper = new sdk.Coql.BodyWrapper();
      wrapper.setSelectQuery(query);
      return rowsOf(await new sdk.Coql.CoqlOperations().getRecords(wrapper), fields);
    },
    async addNote(module, id, title, content) {
      const parentModule = new sdk.Modules.MinifiedModule();
      await parentModule.setAPIName(module);
      const parent = new sdk.Notes.ParentId();
      await parent.setId(BigInt(id));
      await parent.setModule(parentModule);
      const note = new sdk.Notes.Note();
      await note.setNoteTitle(title);
      await note.setNoteContent(content);
      await note.setParentId(parent);
      const wrapper = new sdk.Notes.BodyWrapper();
      await wrapper.setData([note]);
      return outcome(await new sdk.Notes.NotesOperations().createNotes(wrapper));
    },
    async notes() {
      const { FIELDS } = sdk.Notes.GetNotesParam;
      const map = await parameters([[FIELDS, 'Note_Title,Note_Content,Parent_Id']]);
      const response = await new sdk.Notes.NotesOperations().getNotes(map, headers());
      return response
        .getObject()
        .getData()
        .map((note) => [note.getNoteTitle(), note.getNoteContent()]);
    },
    async attach(module, id, name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      const wrapper = new sdk.Attachments.FileBodyWrapper();
      wrapper.setFile(new sdk.StreamWrapper(null, null, path));
      const operations = new sdk.Attachments.AttachmentsOperations();
      return outcome(await operations.uploadAttachments(BigInt(id), module, wrapper));
    },
    async attachments(module, id) {
      const { FIELDS } = sdk.Attachments.GetAttachmentsParam;
      const map = await parameters([[FIELDS, 'id,File_Name,Size']]);
      const operations = new sdk.Attachments.AttachmentsOperations();
      const response = await operations.getAttachments(BigInt(id), module, map);
      return (response?.getObject()?.getData() ?? []).map((file) => file.getFileName());
    },
    async download(module, id, attachment) {
      const operations = new sdk.Attachments.AttachmentsOperations();
      const response = await operations.getAttachment(BigInt(attachment), BigInt(id), module);
      // The file is promised, though the rest of the answer is not.
      const file = await response.getObject();
      return Buffer.from(file.getFile().getStream()).toString();
    },
    async detach(module, id, attachment) {
      const operations = new sdk.Attachments.AttachmentsOperations();
      return outcome(await operations.deleteAttachment(BigInt(attachment), BigInt(id), module));
    },
    async addTag(module, id, name) {
      const tag = new sdk.Tags.Tag();
      await tag.setName(name);
      const wrapper = new sdk.Tags.NewTagRequestWrapper();
      await wrapper.setTags([tag]);
      const response = await new sdk.Tags.TagsOperations().addTags(module, BigInt(id), wrapper);
      return outcome(response);
    },
    async tags(module) {
      const { MODULE } = sdk.Tags.GetTagsParam;
      const response = await new sdk.Tags.TagsOperations().getTags(await parameters([[MODULE, module]]));
      return (response?.getObject()?.getTags() ?? []).map((tag) => tag.getName());
    },
    async users() {
      const operations = new sdk.Users.UsersOperations();
      const response = await operations.getUsers(new sdk.ParameterMap(), headers());
      return response
        .getObject()
        .getUsers()
        .map((user) => user.getFullName());
    },
    async modules() {
      const operations = new sdk.Modules.ModulesOperations();
      const response = await operations.getModules(new sdk.ParameterMap(), headers());
      return response
        .getObject()
        .getModules()
        .map((module) => module.getAPIName());
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
