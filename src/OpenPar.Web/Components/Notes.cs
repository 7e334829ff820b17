namespace OpenPar.Web.Components;

/// <summary>The looks of a note, spelled out in full so that the stylesheet keeps their rules.</summary>
public static class Notes
{
    /// <summary>The class of a kind: success, warning, danger; anything else is plain information.</summary>
    public static string ClassOf(string kind) => kind switch
    {
        "success" => "op-note-success",
        "warning" => "op-note-warning",
        "danger" => "op-note-danger",
        _ => "op-note-info",
    };
}
