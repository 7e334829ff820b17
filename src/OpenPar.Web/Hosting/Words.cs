namespace OpenPar.Web.Hosting;

/// <summary>Texts of the pages, Vietnamese and English side by side where they are shown, so that neither can be missing.</summary>
public static class Words
{
    /// <summary>The text in the language of the current request.</summary>
    public static string Say(string vi, string en) => Language.Current == "en" ? en : vi;
}
