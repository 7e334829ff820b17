# Runs the whole system on Windows; the twin of ./run. Options: run --help
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
. "$PSScriptRoot/eng/common.ps1"
Build 'src/OpenPar.Web' -Node
dotnet "$PSScriptRoot/src/OpenPar.Web/bin/Release/net10.0/OpenPar.Web.dll" --data "$PSScriptRoot/.openpar" @args
exit $LASTEXITCODE
