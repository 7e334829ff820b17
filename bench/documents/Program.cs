using OpenPar.Bench.Documents;
using OpenPar.Documents.Tests.Corpus;

// write CORPUS FOLDER: the Word files of the corpus, to be printed as PDF. accuracy CORPUS: how well it is read. speed CORPUS FORMAT ROWS:
// one reading in a process of its own.
switch (args)
{
    case ["write", var corpus, var folder]:
        foreach (var annex in CorpusAnnex.All(corpus)) await File.WriteAllBytesAsync(Path.Combine(folder, annex.Name + ".docx"), CorpusDocx.Of(annex));
        return 0;
    case ["accuracy", var corpus]:
        await Accuracy.PrintAsync(corpus);
        return 0;
    case ["speed", var corpus, var format, var rows]:
        await Speed.PrintAsync(corpus, format, int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    default:
        await Console.Error.WriteLineAsync("write CORPUS FOLDER | accuracy CORPUS | speed CORPUS FORMAT ROWS");
        return 2;
}
