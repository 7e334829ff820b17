using System.Text;
using OpenPar.Documents.Packs;

namespace OpenPar.Documents.Tests.Packs;

/// <summary>Reading <c>agencies.yaml</c>.</summary>
public sealed class AgencyRegisterFileTests
{
    private const string Sound = """
        title: Cơ quan
        agencies:
          - { id: a, name: Sở A, kind: department, validTo: 2025-02-28 }
          - { id: b, name: Sở B, kind: department, parent: a, aliases: [SB] }
        successions:
          - { predecessor: a, successor: b, on: 2025-03-01, kind: merge }
        """;

    [Fact]
    public void A_sound_file_is_read_without_findings()
    {
        var reading = Read(Sound);
        Assert.Empty(reading.Findings);
        Assert.Equal((2, 1), (reading.Value!.Agencies.Count, reading.Value.Successions.Count));
    }

    [Theory]
    [InlineData("id: b", "id: Sở B", 4, "mã cơ quan")]
    [InlineData("id: b", "id: a", 4, "hai lần")]
    [InlineData("parent: a", "parent: c", 4, "Không có cơ quan “c”")]
    [InlineData("successor: b", "successor: c", 6, "Không có cơ quan “c”")]
    [InlineData("on: 2025-03-01", "on: 1/3/2025", 6, "một ngày")]
    [InlineData("on: 2025-03-01, ", "", 6, "“on”")]
    [InlineData("kind: department, validTo", "kind: sở, validTo", 3, "một trong")]
    [InlineData("validTo: 2025-02-28", "validTo: 2025-02-28, validFrom: 2025-03-01", 3, "kết thúc trước")]
    [InlineData("title: Cơ quan", "name: Cơ quan", 1, "Không có khóa")]
    public void A_fault_is_a_finding_with_its_line(string sound, string faulty, int line, string words)
    {
        var reading = Read(Sound.Replace(sound, faulty, StringComparison.Ordinal));
        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, f => f.Where == $"x.yaml:{line}" && f.Message.Vi.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_written_reads_back_and_writes_the_same_bytes()
    {
        var bytes = AgencyRegisterFile.Write(Read(Sound).Value!);
        var again = AgencyRegisterFile.Read(new MemoryStream(bytes), "x.yaml").Value!;
        Assert.Equal(bytes, AgencyRegisterFile.Write(again));
        Assert.Equal(Read(Sound).Value!.Successions, again.Successions);
    }

    private static Core.Findings.FileReading<Core.Organisations.AgencyRegister> Read(string yaml) =>
        AgencyRegisterFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(yaml)), "x.yaml");
}
