using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data.Mappings;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Data.Model.Audit;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Papers;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Data;

/// <summary>The one database context. A module writes only the tables of its own schema.</summary>
public sealed class OpenParDb(DbContextOptions<OpenParDb> options) : IdentityUserContext<User, Guid>(options)
{
    public DbSet<RoleGrant> Grants => Set<RoleGrant>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<Authenticator> Authenticators => Set<Authenticator>();

    public DbSet<RecoveryCodeRecord> RecoveryCodes => Set<RecoveryCodeRecord>();

    public DbSet<SecondFactorRole> SecondFactorRoles => Set<SecondFactorRole>();

    public DbSet<AgencyRecord> Agencies => Set<AgencyRecord>();

    public DbSet<SuccessionRecord> Successions => Set<SuccessionRecord>();

    public DbSet<FormerName> FormerNames => Set<FormerName>();

    public DbSet<ReorganisationRecord> Reorganisations => Set<ReorganisationRecord>();

    public DbSet<ReorganisationChoice> ReorganisationChoices => Set<ReorganisationChoice>();

    public DbSet<ReorganisationApplication> ReorganisationApplications => Set<ReorganisationApplication>();

    public DbSet<ReorganisationStepRecord> ReorganisationSteps => Set<ReorganisationStepRecord>();

    public DbSet<ReorganisationRevocation> ReorganisationRevocations => Set<ReorganisationRevocation>();

    public DbSet<ReturnedAgency> ReturnedAgencies => Set<ReturnedAgency>();

    public DbSet<FrameworkRecord> Frameworks => Set<FrameworkRecord>();

    public DbSet<CriterionRecord> Criteria => Set<CriterionRecord>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<AssignmentImport> AssignmentImports => Set<AssignmentImport>();

    public DbSet<AssignmentImportRow> AssignmentImportRows => Set<AssignmentImportRow>();

    public DbSet<AssignmentImportStep> AssignmentImportSteps => Set<AssignmentImportStep>();

    public DbSet<FrameworkDraft> FrameworkDrafts => Set<FrameworkDraft>();

    public DbSet<FrameworkDraftRow> FrameworkDraftRows => Set<FrameworkDraftRow>();

    public DbSet<FrameworkDraftChange> FrameworkDraftChanges => Set<FrameworkDraftChange>();

    public DbSet<MappingDecision> MappingDecisions => Set<MappingDecision>();

    public DbSet<MappingMember> MappingMembers => Set<MappingMember>();

    public DbSet<Target> Targets => Set<Target>();

    public DbSet<PlanRecord> Plans => Set<PlanRecord>();

    public DbSet<PlanRowRecord> PlanRows => Set<PlanRowRecord>();

    public DbSet<PlanRowAgency> PlanRowAgencies => Set<PlanRowAgency>();

    public DbSet<PlanImport> PlanImports => Set<PlanImport>();

    public DbSet<PlanImportRow> PlanImportRows => Set<PlanImportRow>();

    public DbSet<PlanImportStep> PlanImportSteps => Set<PlanImportStep>();

    public DbSet<CalendarYearRecord> CalendarYears => Set<CalendarYearRecord>();

    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<UnitGroup> UnitGroups => Set<UnitGroup>();

    public DbSet<RoundExtension> Extensions => Set<RoundExtension>();

    public DbSet<GroupSupplier> GroupSuppliers => Set<GroupSupplier>();

    public DbSet<RoundChange> RoundChanges => Set<RoundChange>();

    public DbSet<Outage> Outages => Set<Outage>();

    public DbSet<Sheet> Sheets => Set<Sheet>();

    /// <summary>Sheets that somebody owes and that are ranked: all but those of units that were reorganised.</summary>
    public IQueryable<Sheet> LiveSheets => Sheets.Where(s => s.State != SheetState.Retired);

    public DbSet<SheetSuccessor> SheetSuccessors => Set<SheetSuccessor>();

    public DbSet<SheetHappening> SheetHappenings => Set<SheetHappening>();

    public DbSet<Closing> Closings => Set<Closing>();

    public DbSet<ClosingDocument> ClosingDocuments => Set<ClosingDocument>();

    public DbSet<Row> Rows => Set<Row>();

    public DbSet<RowOwner> RowOwners => Set<RowOwner>();

    public DbSet<RowDelegate> RowDelegates => Set<RowDelegate>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();

    public DbSet<RowOpinion> Opinions => Set<RowOpinion>();

    public DbSet<RowDecision> Decisions => Set<RowDecision>();

    public DbSet<RowMessage> Messages => Set<RowMessage>();

    public DbSet<SeenRow> SeenRows => Set<SeenRow>();

    public DbSet<CouncilMember> CouncilMembers => Set<CouncilMember>();

    public DbSet<CouncilSession> CouncilSessions => Set<CouncilSession>();

    public DbSet<CouncilAttendance> CouncilAttendances => Set<CouncilAttendance>();

    public DbSet<Adjustment> Adjustments => Set<Adjustment>();

    public DbSet<Approval> Approvals => Set<Approval>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<FileRecord> Files => Set<FileRecord>();

    public DbSet<UnusedFile> UnusedFiles => Set<UnusedFile>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<Citation> Citations => Set<Citation>();

    public DbSet<TaskCitation> TaskCitations => Set<TaskCitation>();

    public DbSet<PaperRecord> PaperRecords => Set<PaperRecord>();

    public DbSet<FormalitiesRecord> PaperFormalities => Set<FormalitiesRecord>();

    public DbSet<PaperTemplate> PaperTemplates => Set<PaperTemplate>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Uuid<ImportId>().Uuid<MappingId>().Uuid<DraftId>().Uuid<RoundId>().Uuid<GroupId>().Uuid<SheetId>().Uuid<RowId>().Uuid<DocumentId>().Uuid<UploadId>().Uuid<PlanId>().Uuid<PlanRowId>().Uuid<ReorganisationId>();

        configurationBuilder.Uuid<ImportId>().Uuid<MappingId>().Uuid<DraftId>().Uuid<RoundId>().Uuid<GroupId>().Uuid<SheetId>().Uuid<RowId>().Uuid<DocumentId>().Uuid<UploadId>().Uuid<PlanId>().Uuid<PlanRowId>().Uuid<OutageId>().Uuid<TeamId>();
        configurationBuilder.Properties<FrameworkId>().HaveConversion<FrameworkIdConverter>();
        configurationBuilder.Properties<CriterionCode>().HaveConversion<CriterionCodeConverter>();
        configurationBuilder.Properties<AgencyId>().HaveConversion<AgencyIdConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(OpenParDb).Assembly);
        NamingConvention.Apply(builder);
    }
}
