using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenPar.Core.Text;

/// <summary>One written shape of a JSON value: keys in order of their characters, no blanks, composed Unicode, numbers without trailing zeros.</summary>
public static class CanonicalJson
{
    // Divided by this, a decimal loses the zeros at its end.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The canonical text of a JSON text. Equal values give equal texts, byte for byte.</summary>
    /// <param name="json">Any JSON; numbers must fit a decimal.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) Write(writer, document.RootElement);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteNumberValue(value.GetDecimal() / One);
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString()!.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
