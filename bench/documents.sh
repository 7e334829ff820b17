#!/usr/bin/env bash
# How well and how fast the labelled annexes of tests/Documents.Tests/Corpus are read. Prints the tables and writes
# bench/documents/RESULTS.md. Usage: bench/documents.sh         (poppler-utils for the PDF files)
#        bench/documents.sh pdf   prints the PDF files of the corpus anew from its definitions (LibreOffice)
set -euo pipefail
cd "$(dirname "$0")/.."
corpus=tests/Documents.Tests/Corpus
dotnet build bench/documents -c Release -v quiet -nologo
bench="dotnet bench/documents/bin/Release/net10.0/OpenPar.Bench.Documents.dll"
mkdir -p out/bench/documents
if [ "${1:-}" = pdf ]; then
  rm -rf out/bench/documents/*.docx
  $bench write "$corpus" out/bench/documents
  mkdir -p "$corpus/Pdf"
  soffice "-env:UserInstallation=file://$PWD/out/bench/documents/profile" --headless --norestore --convert-to 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}' --outdir "$corpus/Pdf" out/bench/documents/*.docx
  exit
fi
{
  echo "# Reading annexes: accuracy and speed"
  echo
  echo "Written by \`bench/documents.sh\` on $(date -u +%F): $(grep -m1 'model name' /proc/cpuinfo | sed 's/.*: //'), $(nproc) cores, load average $(cut -d' ' -f1 /proc/loadavg) before the run, .NET $(dotnet --version), $(pdftocairo -v 2>&1 | head -1)."
  echo
  echo "Cells are compared after composition (NFC) and folding of white space. A wrong cell counts as flagged when its row carries a flag or a warning names"
  echo "the row. TEDS is the tree edit distance similarity of the whole table (rows and cells; a cell costs its share of changed characters)."
  echo
  $bench accuracy "$corpus"
  echo
  echo "First reading in a new process, the start of .NET and the making of the file not timed; peak resident memory includes both. The poppler tools"
  echo "are processes of their own: their time is in the elapsed time, not in the processor time, and their memory is not counted."
  echo
  echo "| file | rows read | elapsed | processor | peak memory |"
  echo "| --- | --- | --- | --- | --- |"
  for format in docx xlsx pdf; do $bench speed "$corpus" $format 300; done
  $bench speed "$corpus" xlsx 10000
  echo
  echo "Goals: 300 rows as .docx and .xlsx 1 s, as .pdf 5 s, 300 MB; 10,000 rows as .xlsx 2 s. The file is read whole, annexes up to 20,000 rows."
} | tee out/bench/documents/results.md
cp out/bench/documents/results.md bench/documents/RESULTS.md
