using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OpenPar.App.Data.Mappings;

/// <summary>
/// snake_case names, plural tables, one schema a module: <c>Model/Rounds/Row.cs</c> is <c>rounds.rows</c>.
/// </summary>
internal static partial class NamingConvention
{
    private static readonly Dictionary<Type, string> Plurals = new()
    {
        [typeof(Model.Organisations.AgencyRecord)] = "agencies",
        [typeof(Model.Organisations.SuccessionRecord)] = "successions",
        [typeof(Model.Organisations.ReorganisationRecord)] = "reorganisations",
        [typeof(Model.Organisations.ReorganisationStepRecord)] = "reorganisation_steps",
        [typeof(Model.Organisations.ReturnedAgency)] = "returned_agencies",
        [typeof(Model.Frameworks.FrameworkRecord)] = "frameworks",
        [typeof(Model.Frameworks.CriterionRecord)] = "criteria",
        [typeof(Model.Rounds.CalendarYearRecord)] = "calendar_years",
        [typeof(Model.Rounds.UnitGroup)] = "groups",
        [typeof(Model.Rounds.SheetHappening)] = "sheet_events",
        [typeof(Model.Rounds.RoundExtension)] = "extensions",
        [typeof(Model.Evidence.FileRecord)] = "files",
        [typeof(Model.Papers.PaperRecord)] = "records",
        [typeof(Model.Papers.PaperTemplate)] = "templates",
        [typeof(Model.Plans.PlanRecord)] = "plans",
        [typeof(Model.Plans.PlanRowRecord)] = "rows",
        [typeof(Model.Plans.PlanRowAgency)] = "row_agencies",
        [typeof(Model.Plans.PlanImport)] = "imports",
        [typeof(Model.Plans.PlanImportRow)] = "import_rows",
        [typeof(Model.Plans.PlanImportStep)] = "import_steps",
        [typeof(Model.Papers.FormalitiesRecord)] = "formalities",
        [typeof(Model.Audit.AuditEntry)] = "entries",
        [typeof(Model.Accounts.RecoveryCodeRecord)] = "recovery_codes",
        [typeof(IdentityUserClaim<Guid>)] = "user_claims",
        [typeof(IdentityUserLogin<Guid>)] = "user_logins",
        [typeof(IdentityUserToken<Guid>)] = "user_tokens",
        [typeof(IdentityUserPasskey<Guid>)] = "user_passkeys",
    };

    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson()) continue;
            entity.SetSchema(SchemaOf(entity));
            entity.SetTableName(TableOf(entity));
            foreach (var property in entity.GetProperties())
            {
                // A row version is PostgreSQL's own xmin; the provider names it.
                if (!IsRowVersion(property)) property.SetColumnName(Snake(property.Name));
            }

            foreach (var key in entity.GetKeys()) key.SetName(Snake(key.GetName()!));
            foreach (var link in entity.GetForeignKeys()) link.SetConstraintName(Snake(link.GetConstraintName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    public static string Snake(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    private static bool IsRowVersion(IReadOnlyProperty property) =>
        property.IsConcurrencyToken && property.ClrType == typeof(uint);

    private static string SchemaOf(IReadOnlyEntityType entity)
    {
        var space = entity.ClrType.Namespace!;
        const string models = "OpenPar.App.Data.Model.";
        return space.StartsWith(models, StringComparison.Ordinal) ? Snake(space[models.Length..]) : "accounts";
    }

    private static string TableOf(IReadOnlyEntityType entity) =>
        Plurals.TryGetValue(entity.ClrType, out var plural) ? plural : Snake(entity.ClrType.Name) + "s";

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
