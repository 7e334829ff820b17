namespace OpenPar.Core.Rules.Dmn.Model;

/// <summary>Where something stands in a model file, as a person would look it up: file, line and the path of names.</summary>
/// <param name="File">The file or label given by the caller.</param>
/// <param name="Path">Names from the outside in, such as “Xếp loại / luật 3 / đầu vào 2”.</param>
/// <param name="Line">Line in the file, 1-based; 0 when unknown.</param>
internal sealed record Place(string File, string Path, int Line)
{
    /// <summary>The same file, one step deeper.</summary>
    public Place Inside(string step, int line) => new(File, Path.Length == 0 ? step : $"{Path} / {step}", line > 0 ? line : Line);

    public override string ToString() => (Line, Path.Length) switch
    {
        (0, 0) => File,
        (0, _) => $"{File} {Path}",
        (_, 0) => $"{File}:{Line}",
        _ => $"{File}:{Line} {Path}",
    };
}
