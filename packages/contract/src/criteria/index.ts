export {
  comparisonsOf,
  isOperator,
  mapComparisons,
  operators,
  type Comparison,
  type Criteria,
  type Group,
  type Operator,
} from './ast.js';
export { CriteriaError, type CriteriaFault } from './criteria-error.js';
export { checkCriteria, evaluate, type RecordValues } from './evaluate.js';
export { hasOperator, kindOf, type FieldType, type FieldTypes, type Kind } from './field-types.js';
export { formatCriteria } from './format.js';
export { criteriaFromJson, criteriaToJson, type CriteriaJson } from './json.js';
export type { Context } from './operands.js';
export { parseCriteria } from './parse.js';
export { comparison, group, MAX_COMPARISONS, type CriteriaLimits } from './shape.js';
export { fragment, rawSql, toQuery, type SqlFragment } from './sql-fragment.js';
export { toSql, type SqlColumn, type SqlColumns } from './to-sql.js';
