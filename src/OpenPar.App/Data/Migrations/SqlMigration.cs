using Microsoft.EntityFrameworkCore.Migrations;

namespace OpenPar.App.Data.Migrations;

/// <summary>A migration whose text is the SQL file of the same name. Files are never edited after a release.</summary>
public abstract class SqlMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        var attribute = (MigrationAttribute)Attribute.GetCustomAttribute(GetType(), typeof(MigrationAttribute))!;
        migrationBuilder.Sql(TextOf(attribute.Id));
    }

    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("Migrations only go forward; restore a backup to go back.");

    /// <summary>The SQL of a migration, by its identity.</summary>
    internal static string TextOf(string id)
    {
        var assembly = typeof(SqlMigration).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith($".{id}.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
