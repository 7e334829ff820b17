using System.Globalization;
using System.Text;

namespace OpenPar.Documents.Tests.Reading.Layouts;

/// <summary>A PDF whose pages are JPEG pictures and nothing else, as scanners write them.</summary>
internal static class ScanPdf
{
    public static byte[] Of(IReadOnlyList<byte[]> pictures, double resolution)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        void Text(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        void Begin(int number)
        {
            places.Add(file.Position);
            Text($"{number} 0 obj\n");
        }

        Text("%PDF-1.4\n");
        Begin(1);
        Text("<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Begin(2);
        Text($"<</Type/Pages/Count {pictures.Count}/Kids[{string.Join(' ', Enumerable.Range(0, pictures.Count).Select(i => $"{(3 * i) + 5} 0 R"))}]>>\nendobj\n");
        for (var i = 0; i < pictures.Count; i++)
        {
            var (width, height, colours) = Size(pictures[i]);
            var (w, h) = (Number(width * 72 / resolution), Number(height * 72 / resolution));
            Begin((3 * i) + 3);
            Text($"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/{(colours == 1 ? "DeviceGray" : "DeviceRGB")}/Filter/DCTDecode/Length {pictures[i].Length}>>\nstream\n");
            file.Write(pictures[i]);
            Text("\nendstream\nendobj\n");
            var draw = $"q {w} 0 0 {h} 0 0 cm /I Do Q";
            Begin((3 * i) + 4);
            Text($"<</Length {draw.Length}>>\nstream\n{draw}\nendstream\nendobj\n");
            Begin((3 * i) + 5);
            Text($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {w} {h}]/Contents {(3 * i) + 4} 0 R/Resources<</XObject<</I {(3 * i) + 3} 0 R>>>>>>\nendobj\n");
        }

        var start = file.Position;
        Text($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"))}trailer<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        return file.ToArray();
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    // The frame header of a JPEG holds height, width and the number of colours: poppler writes grey pages in three.
    private static (int Width, int Height, int Colours) Size(byte[] jpeg)
    {
        for (var i = 2; i + 9 < jpeg.Length;)
        {
            if (jpeg[i + 1] is >= 0xC0 and <= 0xC2) return ((jpeg[i + 7] << 8) | jpeg[i + 8], (jpeg[i + 5] << 8) | jpeg[i + 6], jpeg[i + 9]);
            i += 2 + ((jpeg[i + 2] << 8) | jpeg[i + 3]);
        }

        throw new InvalidDataException("No JPEG frame.");
    }
}
