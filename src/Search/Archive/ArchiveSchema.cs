using System.Globalization;

namespace Search.Archive;

/// <summary>The tables. Steps are only ever added: step n brings a file of version n to version n + 1, in one transaction.</summary>
internal static class ArchiveSchema
{
    /// <summary>Marks a file as ours, in SQLite's header: "NEWS".</summary>
    public const int ApplicationId = 0x4E455753;

    /// <summary>Times are .NET UTC ticks.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        """
        CREATE TABLE setting(name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

        -- Every change, in order. Kinds: 1 article stored, 2 article deleted. Kinds of other subjects leave article empty and use body.
        CREATE TABLE log(seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind INTEGER NOT NULL, article INTEGER, body BLOB) STRICT;
        CREATE INDEX log_article ON log(article) WHERE article IS NOT NULL;

        -- The newest state of every article ever stored; rows stay, so that numbers are not reused.
        -- Deleted: version 0, no hash. seq: its last change. reborn: the change that stored it again after it had been deleted, else 0.
        CREATE TABLE article(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, seq INTEGER NOT NULL,
            hash BLOB, revised INTEGER, reborn INTEGER NOT NULL DEFAULT 0) STRICT;

        -- What was stored at a change; size is that of the payload unpacked, in bytes.
        CREATE TABLE original(seq INTEGER PRIMARY KEY, version INTEGER NOT NULL, size INTEGER NOT NULL, payload BLOB NOT NULL) STRICT;

        -- Derived: of the newest version, by the newest tagger.
        CREATE TABLE tags(article INTEGER PRIMARY KEY, version INTEGER NOT NULL, fingerprint TEXT NOT NULL, payload BLOB NOT NULL) STRICT;

        CREATE TABLE value(field TEXT NOT NULL, number INTEGER NOT NULL, key TEXT NOT NULL, label TEXT NOT NULL,
            PRIMARY KEY(field, number), UNIQUE(field, key)) STRICT, WITHOUT ROWID;

        INSERT INTO setting VALUES('store_id', lower(hex(randomblob(16)))), ('article_count', 0);
        """,
    ];

    /// <summary>The version a file has now.</summary>
    public static int Version(ArchiveConnection connection) =>
        Convert.ToInt32(connection.Value("PRAGMA user_version"), CultureInfo.InvariantCulture);

    /// <summary>Applies the steps that the file has not seen yet.</summary>
    public static void Migrate(ArchiveConnection connection, IReadOnlyList<string> steps)
    {
        for (var version = Version(connection); version < steps.Count; version++)
        {
            connection.Script("BEGIN IMMEDIATE");
            try
            {
                connection.Script(steps[version]);
                connection.Script($"PRAGMA user_version = {version + 1}");
                connection.Script("COMMIT");
            }
            catch
            {
                if (connection.InTransaction) connection.Script("ROLLBACK");
                throw;
            }
        }
    }
}
