namespace OpenPar.Core.Accounts;

/// <summary>What a person is in the system. One account may hold several roles, each within a scope.</summary>
public enum Role
{
    /// <summary>Province administrator (phòng CCHC, Sở Nội vụ): frameworks, agencies, assignments, rounds, accounts.</summary>
    Administrator,

    /// <summary>Focal officer of an agency: declares, proves and submits the rows the agency answers for.</summary>
    FocalOfficer,

    /// <summary>Member of the appraisal team (Tổ thẩm định): decides on submitted rows.</summary>
    Appraiser,

    /// <summary>Sees everything, changes nothing (province leader, auditor).</summary>
    Reader,

    /// <summary>Leader of a unit: looks through the complete sheet and signs it.</summary>
    UnitLeader,

    /// <summary>Officer of a unit who fills the rows delegated to the account, and no others.</summary>
    Contributor,

    /// <summary>Member or chair of the council (Hội đồng thẩm định): decides by item after the appraisal.</summary>
    CouncilMember,
}

/// <summary>Everything a person may be allowed to do. One permission guards each endpoint.</summary>
public enum Permission
{
    /// <summary>See "Việc của tôi" and the own account.</summary>
    UseOwnAccount,

    /// <summary>See frameworks and their criteria.</summary>
    ViewFrameworks,

    /// <summary>Write drafts of frameworks and publish them as new versions.</summary>
    EditFrameworks,

    /// <summary>See the register of agencies.</summary>
    ViewAgencies,

    /// <summary>Change the register of agencies.</summary>
    EditAgencies,

    /// <summary>See who answers for which criterion.</summary>
    ViewAssignments,

    /// <summary>Import, compare, carry over and change assignments.</summary>
    EditAssignments,

    /// <summary>See plans and what they ask of whom.</summary>
    ViewPlans,

    /// <summary>Import plans, review them and change their rows.</summary>
    EditPlans,

    /// <summary>See the rounds and their sheets, within the scope of the role.</summary>
    ViewRounds,

    /// <summary>Set up, open, pause, extend, close and approve rounds.</summary>
    ManageRounds,

    /// <summary>Declare figures, cite evidence and submit rows of the own agency.</summary>
    ScoreRows,

    /// <summary>Hand rows of the own unit to contributors.</summary>
    DelegateRows,

    /// <summary>Send a sheet of the own unit back or sign it.</summary>
    SignSheets,

    /// <summary>Enter the points of surveyed rows, with their source.</summary>
    EnterSurveyPoints,

    /// <summary>Decide on submitted rows.</summary>
    AppraiseRows,

    /// <summary>Decide points by item in the council.</summary>
    DecideInCouncil,

    /// <summary>See results of a whole round and take papers out.</summary>
    ViewResults,

    /// <summary>See evidence documents, within the scope of the role.</summary>
    ViewEvidence,

    /// <summary>Add evidence documents.</summary>
    AddEvidence,

    /// <summary>See the audit log.</summary>
    ViewAudit,

    /// <summary>Create accounts, grant roles, send one-time links.</summary>
    ManageAccounts,

    /// <summary>Upload and reset the province's own templates of papers.</summary>
    ManagePapers,
}

/// <summary>How far a permission reaches.</summary>
public enum Scope
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Rows delegated to the person.</summary>
    Delegated,

    /// <summary>Rows the own agency answers for.</summary>
    OwnAgency,

    /// <summary>The whole province.</summary>
    Province,
}
