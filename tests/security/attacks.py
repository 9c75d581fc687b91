"""What hostile statements try, by what they are after; the test fills in {secret}, {evil} and {port}."""

FILES = {
    "read_csv": "select count(*) from read_csv('{secret}')",
    "read_text": "select content from read_text('{secret}')",
    "read_blob": "select content from read_blob('{secret}')",
    "glob": "select * from glob('/*')",
    "file as a table": "select * from '{secret}'",
    "quoted file as a table": 'select * from "{secret}"',
    "parquet metadata": "select * from parquet_metadata('{secret}')",
    "parquet schema": "select * from parquet_schema('{secret}')",
    "sniff_csv": "select * from sniff_csv('{secret}')",
    "COPY to": "copy dossiers to '{evil}'",
    "COPY from": "copy dossiers from '{secret}'",
    "ATTACH": "attach '{evil}' as other",
    "EXPORT": "export database '{evil}'",
    "in a subquery": "select (select count(*) from read_csv('{secret}'))::decimal(38, 6) as numerator",
    "in a WITH": "with x as (select * from read_text('{secret}')) select count(*) from x",
    "in a lambda": "select list_transform([1], lambda x: (select count(*) from read_text('{secret}')))",
    "in a join": "select count(*) from dossiers join read_csv('{secret}') x on true",
    "in a window": "select sum((select 1 from read_text('{secret}'))) over () from dossiers",
}
NETWORK = {
    "http path": "select * from read_csv('http://127.0.0.1:{port}/x.csv')",
    "http table": "select * from 'http://127.0.0.1:{port}/x.parquet'",
    "http attach": "attach 'http://127.0.0.1:{port}/x.duckdb' as other",
    "INSTALL": "install httpfs",
    "INSTALL from": "install httpfs from 'http://127.0.0.1:{port}'",
    "LOAD": "load httpfs",
    "FORCE INSTALL": "force install spatial from community",
    "secret": "create secret (type s3, key_id 'x', secret 'y')",
    "function of an extension": "select ST_Read('http://127.0.0.1:{port}/x')",
    "table function of an extension": "select * from postgres_scan('host=127.0.0.1 port={port}', 'a', 'b')",
}
SETTINGS = {
    "SET": "set memory_limit = '64GB'",
    "SET GLOBAL": "set global enable_external_access = true",
    "SET unlocks": "set lock_configuration = false",
    "RESET": "reset enable_external_access",
    "PRAGMA": "pragma threads = 8",
    "PRAGMA path": "pragma temp_directory = '/tmp'",
}
LOOKING = {
    "information_schema": "select count(*) from information_schema.tables",
    "duckdb_settings view": "select * from duckdb_settings",
    "duckdb_settings()": "select * from duckdb_settings()",
    "duckdb_secrets()": "select * from duckdb_secrets()",
    "sqlite_master": "select * from sqlite_master",
    "pg_catalog": "select * from pg_catalog.pg_tables",
    "pragma_database_list": "select * from pragma_database_list",
    "other table": "select * from secrets",
    "column that was not granted": "select citizen from dossiers",
    "column by pattern": "select columns('.*') from dossiers",
    "column by star": "select * exclude (month) from dossiers",
    "schema": "select * from main.dossiers",
    "temp schema": "select * from temp.dossiers",
    "name of its own WITH": "with sqlite_master as (select * from sqlite_master) select * from sqlite_master",
    "name of an inner WITH": (
        "select * from (with secrets as (select 1 as a) select * from secrets) x, secrets y"
    ),
    "name of a WITH that comes later": (
        "with a as (select * from secrets), secrets as (select 1 as b) select * from a"
    ),
    "current_setting": "select current_setting('memory_limit')",
    "getenv": "select getenv('PATH')",
    "getvariable": "select getvariable('x')",
    "who am I": "select current_user",
    "user as a column": "select user",
    "version": "select version()",
    "Python variable": "select * from sys_modules_frame",
    "summarize": "summarize dossiers",
    "describe": "describe dossiers",
    "show": "show all tables",
}
STATEMENTS = {
    "two": "select 1; select 2",
    "two after a comment": "select 1 /* ; */ ; drop table dossiers --",
    "hidden by a backslash": r"select '\' ; drop table dossiers --'",
    "hidden by a doubled quote": "select 'x'' ; ' ; drop table dossiers",
    "hidden by dollars": "select $$ ; $$ ; delete from dossiers",
    "INSERT": "insert into dossiers select * from dossiers",
    "UPDATE": "update dossiers set channel = 'post'",
    "DELETE": "delete from dossiers",
    "DROP": "drop table dossiers",
    "CREATE": "create table other as select 1 as a",
    "CREATE MACRO": "create macro f() as table select * from read_text('{secret}')",
    "EXPLAIN": "explain analyze select 1",
    "CALL": "call pragma_version()",
    "PREPARE": "prepare x as select 1",
    "parameter": "select ? as numerator",
    "named parameter": "select $x as numerator",
    "VALUES": "values (1)",
    "CHECKPOINT": "force checkpoint",
    "nothing": "  ",
    "only a comment": "-- nothing",
}
STRINGS_THAT_RUN = {
    "query": "select * from query('select 1')",
    "query_table": "select * from query_table('dossiers')",
    "json_execute_serialized_sql": "select * from json_execute_serialized_sql('{{}}')",
    "json_serialize_sql": "select json_serialize_sql('select 1')",
    "method call": "select '{secret}'.read_text()",
    "qualified function": "select main.sum(1) from dossiers",
    "function of the catalog": "select system.main.getenv('PATH')",
}
CHANCE = {
    "random": "select random()",
    "now": "select now()",
    "today": "select today()",
    "uuid": "select gen_random_uuid()",
    "current_date": "select current_date",
    "current_timestamp": "select current_timestamp",
    "setseed": "select setseed(0.5)",
    "nextval": "select nextval('x')",
    "sample": "select count(*) from dossiers using sample 10",
    "tablesample": "select count(*) from dossiers tablesample 10%",
    "limit": "select minutes::decimal(38, 6) as numerator from dossiers limit 1",
    "first": "select first(minutes)::decimal(38, 6) as numerator from dossiers",
    "row_number": "select row_number() over () from dossiers",
    "rows of a window": "select sum(minutes) over (rows 1 preceding) from dossiers",
    "positional join": "select count(*) from dossiers positional join dossiers x",
    "floating number": "select avg(minutes) from dossiers",
    "division": "select (1 / 3)::decimal(38, 6) as numerator",
    "written floating number": "select 1e3::decimal(38, 6) as numerator",
    "cast to a floating number": "select minutes::double from dossiers",
    "collation": "select channel collate nocase from dossiers",
}
MEMORY = {
    "repeat": "select repeat('x', 2000000000)",
    "lpad": "select length(lpad('x', 2000000000, 'y'))",
    "list of a range": "select range(2000000000)",
    "aggregate of lists": "select list(a.range) from range(100000) a, range(100000) b",
}
TIME = {
    "generate_series": "select sum(x) from generate_series(1, 2000000000000) t(x)",
    "recursion": "with recursive r as (select 1 as a union all select a + 1 from r) select sum(a) from r",
    "table function joined": "select count(*) from range(20000000000) a where a.range % 3 = 1",
}
GROWING = {
    "cross join": (
        "select sum(a.minutes * b.minutes * c.minutes * d.minutes)::decimal(38, 6) as numerator"
        " from dossiers a, dossiers b, dossiers c, dossiers d"
    ),
    "join of strings": (
        "select count(distinct a.dossier)::decimal(38, 6) as numerator"
        " from dossiers a join dossiers b on a.dossier <> b.dossier join dossiers c on c.dossier <> b.dossier"
        " group by a.dossier, b.dossier, c.dossier having count(*) > 5"
    ),
}
"""What the lists let pass, because nobody can tell from the words how much it takes."""

OUTPUT = {
    "too many rows": "select minutes::decimal(38, 6) as numerator from dossiers",
    "whole numbers": "select count(*) as numerator from dossiers",
    "text": "select min(channel) as numerator from dossiers",
    "no such column": "select 1.5 as value",
    "columns in another order": "select 1.5 as denominator, 2.5 as numerator",
    "too many columns": "select 1.5 as numerator, 2.5 as denominator, 3.5 as more",
    "a row as one cell": "select dossiers as numerator from dossiers",
    "number that runs over": "select (sum(minutes) * 1000000000000000000 * 1000000000000000000)"
    "::decimal(38, 6) as numerator from dossiers",
    "text that is no number": "select min(channel)::decimal(38, 6) as numerator from dossiers",
}
UNICODE = {
    "letter that looks alike": "select count(*) from d\u043essiers",
    "sign that turns the text": "select 1.5 as numerator -- \u202e drop",
    "space without width": "select\u200b1.5 as numerator",
    "space of another kind": "select\u00a01.5 as numerator",
    "null": "select 1.5 as numerator\x00; drop table dossiers",
    "letter in two signs": "select 'a\u0301' = 'b'",
    "Kelvin sign": "select * from do\u017f\u017fiers",
    "name of many letters": 'select 1.5 as "num\u00e9rator"',
    "brackets without end": "select " + "(" * 3000 + "1" + ")" * 3000,
    "not without end": "select " + "not " * 2000 + "true",
    "very long": "select '" + "x" * 20_000 + "'",
}
REFUSED_BY_WORDS = {
    f"{kind}: {name}": sql
    for kind, attacks in {
        "files": FILES,
        "network": NETWORK,
        "settings": SETTINGS,
        "looking": LOOKING,
        "statements": STATEMENTS,
        "strings that run": STRINGS_THAT_RUN,
        "chance": CHANCE,
        "memory": MEMORY,
        "time": TIME,
        "unicode": UNICODE,
    }.items()
    for name, sql in attacks.items()
}
"""What never runs, because the lists refuse it."""

REFUSED_BY_RUN = {
    **{f"output: {name}": sql for name, sql in OUTPUT.items()},
    **{f"growing: {name}": sql for name, sql in GROWING.items()},
}
"""What the lists let pass, and the process refuses."""

REFUSED_UNCHECKED = {
    f"{kind}: {name}": sql
    for kind, attacks in {
        "files": FILES,
        "network": NETWORK,
        "settings": SETTINGS,
        "memory": MEMORY,
        "time": TIME,
    }.items()
    for name, sql in attacks.items()
}
"""What the process refuses also where the lists are left aside."""

CHANGES = {name: STATEMENTS[name] for name in ("two after a comment", "INSERT", "UPDATE", "DELETE", "DROP")}
