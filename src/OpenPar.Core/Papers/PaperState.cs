using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenPar.Core.Papers;

/// <summary>
/// The state a paper was made from, as canonical JSON: keys in order of the alphabet, no blanks, composed Unicode, numbers
/// without trailing zeros, unrounded. Equal states are equal byte for byte, so they have one hash and one code.
/// </summary>
/// <param name="Json">The canonical JSON.</param>
/// <param name="Sha256">Its SHA-256 over UTF-8, 64 lower-case hexadecimal digits.</param>
/// <param name="Code">The verification code.</param>
public sealed record PaperState(string Json, string Sha256, PaperCode Code)
{
    // Divided by this, a decimal loses the zeros at its end.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The state of a paper. Neither the code it carries already nor the day it was taken out is part of it.</summary>
    public static PaperState Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) Write(json, paper);
        return OfJson(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>Hash and code of a canonical JSON as it was kept.</summary>
    public static PaperState OfJson(string json)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(json));
        return new PaperState(json, Convert.ToHexStringLower(hash), PaperCode.Of(hash));
    }

    private static void Write(Utf8JsonWriter json, Paper paper)
    {
        var content = paper.Content();
        json.WriteStartObject();
        json.WriteBoolean("demonstration", paper.Trace.Demonstration);
        json.WriteNumber("digits", paper.Rounding.Digits);
        json.WriteString("issuer", Text(paper.Issuer));
        json.WriteString("kind", PaperKinds.SlugOf(paper.Kind));
        json.WriteString("rounding", paper.Rounding.Mode.ToString());
        json.WriteStartArray("tables");
        foreach (var table in content.Tables) Write(json, table);
        json.WriteEndArray();
        json.WriteString("title", Text(paper.Name));
        json.WriteStartArray("values");
        foreach (var value in content.Values.Where(value => value.Name != PaperFields.DataOn))
        {
            json.WriteStartObject();
            json.WriteString("label", Text(value.Label));
            json.WriteString("name", value.Name);
            json.WriteString("text", Text(value.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("version", Text(paper.Trace.Version));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PaperTable table)
    {
        json.WriteStartObject();
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("head", Text(column.Head));
            json.WriteString("kind", column.Kind.ToString());
            json.WriteString("name", column.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("name", table.Name);
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteStartArray("cells");
            foreach (var cell in row.Cells) Write(json, cell);
            json.WriteEndArray();
            json.WriteString("look", row.Look.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("title", Text(table.Title));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PaperCell cell)
    {
        if (cell.Number is { } number) json.WriteNumberValue(number / One);
        else if (cell.Date is { } date) json.WriteStringValue(Core.Text.DayText.Write(date));
        else if (cell.Text is { } text) json.WriteStringValue(Text(text));
        else json.WriteNullValue();
    }

    private static string Text(string text) => text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
}
