# The operator's command line on Windows; the twin of ./openpar. Commands: openpar --help
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
. "$PSScriptRoot/eng/common.ps1"
Build 'src/OpenPar.Cli'
dotnet "$PSScriptRoot/src/OpenPar.Cli/bin/Release/net10.0/openpar.dll" @args
exit $LASTEXITCODE
