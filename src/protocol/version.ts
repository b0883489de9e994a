/** Raised whenever a schema in this folder or a table's definition changes (docs/sync.md S-20). */
export const protocolVersion = 7;
