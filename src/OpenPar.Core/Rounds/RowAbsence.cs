using OpenPar.Core.Text;

namespace OpenPar.Core.Rounds;

/// <summary>Why a row of a sheet has nothing to declare.</summary>
public enum RowAbsence
{
    /// <summary>The criterion does not fit the unit (không áp dụng): it has no such duty.</summary>
    NotApplicable,

    /// <summary>The duty exists, and nothing of the kind happened in the year (không phát sinh).</summary>
    NotOccurring,
}

/// <summary>The words for absences.</summary>
public static class RowAbsenceNames
{
    /// <summary>Name of an absence.</summary>
    public static LocalText Of(RowAbsence absence) => absence switch
    {
        RowAbsence.NotApplicable => new LocalText("Không áp dụng", "Not applicable"),
        RowAbsence.NotOccurring => new LocalText("Không phát sinh", "Did not occur"),
        _ => throw new ArgumentOutOfRangeException(nameof(absence)),
    };
}
