using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Forms;

/// <summary>Short ways to write the table of forms.</summary>
internal static class Ask
{
    public static FormField Text(string key, string vi, string en) => new(key, new LocalText(vi, en), FormInput.Text);

    public static FormField LongText(string key, string vi, string en) => new(key, new LocalText(vi, en), FormInput.LongText);

    public static FormField Number(string key, string vi, string en) => new(key, new LocalText(vi, en), FormInput.Number);

    public static FormField Share(string key, string vi, string en) => new(key, new LocalText(vi, en), FormInput.Share);

    public static FormField Whole(string key, string vi, string en) => new(key, new LocalText(vi, en), FormInput.Whole);

    public static FormField Day(string key, string vi, string en) => new(key, new LocalText(vi, en), FormInput.Day);

    public static FormField Flag(string key, string vi, string en) => new(key, new LocalText(vi, en), FormInput.Flag);

    public static FormField Names(string key, string vi, string en) => new(key, new LocalText(vi, en), FormInput.Names);

    public static FormField Lines(string key, string vi, string en) => new(key, new LocalText(vi, en), FormInput.Lines);

    public static FormField Rule(string key, string vi, string en) => new(key, new LocalText(vi, en), FormInput.Rule);

    public static FormField Option(string key, string vi, string en, params (string Value, string Vi, string En)[] options) =>
        new(key, new LocalText(vi, en), FormInput.Option) { Options = [.. options.Select(o => new FormOption(o.Value, new LocalText(o.Vi, o.En)))] };

    public static FormField Group(string key, string vi, string en, IReadOnlyList<FormField> fields) =>
        new(key, new LocalText(vi, en), FormInput.Group) { Fields = fields };

    public static FormField Rows(string key, string vi, string en, IReadOnlyList<FormField> fields) =>
        new(key, new LocalText(vi, en), FormInput.Rows) { Fields = fields };

    public static FormField Must(this FormField field) => field with { Required = true };

    public static FormField Seldom(this FormField field) => field with { Seldom = true };

    public static FormField Hint(this FormField field, string vi, string en) => field with { Hint = new LocalText(vi, en) };
}
