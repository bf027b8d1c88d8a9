// The application's role: made on our own cluster, only checked on anybody else's.
import pg from 'pg';

export interface AppRole {
  readonly role: string;
  readonly password: string;
  readonly database: string;
}

/** Makes the role and its database when they are missing (embedded cluster only), and keeps the password current. */
export async function ensureAppRole(ownerUrl: string, app: AppRole): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const role = pg.escapeIdentifier(app.role);
    const found = await client.query('select 1 from pg_roles where rolname = $1', [app.role]);
    const verb = found.rowCount === 0 ? 'create' : 'alter';
    await client.query(
      `${verb} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${pg.escapeLiteral(app.password)}`,
    );
    const database = await client.query('select 1 from pg_database where datname = $1', [app.database]);
    if (database.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(app.database)}`);
  } finally {
    await client.end();
  }
}

/** The application connects with rights that would make row-level security a decoration. */
export class AppRoleTooStrong extends Error {
  readonly role: string;
  readonly why: 'superuser' | 'bypasses-row-security' | 'owns-tables';
  constructor(role: string, why: AppRoleTooStrong['why']) {
    super(`the application role "${role}" must not be used: ${why}`);
    this.name = 'AppRoleTooStrong';
    this.role = role;
    this.why = why;
  }
}

/** @throws AppRoleTooStrong when the role is a superuser, bypasses row-level security, or owns a table. */
export async function checkAppRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; super: boolean; bypass: boolean; owns: boolean }>(
    `select current_user as role, r.rolsuper as super, r.rolbypassrls as bypass,
       exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as owns
     from pg_roles r where r.rolname = current_user`,
  );
  const row = rows[0];
  if (!row) throw new Error('the current role is not in pg_roles');
  if (row.super) throw new AppRoleTooStrong(row.role, 'superuser');
  if (row.bypass) throw new AppRoleTooStrong(row.role, 'bypasses-row-security');
  if (row.owns) throw new AppRoleTooStrong(row.role, 'owns-tables');
}
