namespace OpenPar.Web;

/// <summary>Names the texts of the frame and the components: Resources/Shell.resx (Vietnamese) and Shell.en.resx.</summary>
public sealed class Shell;
