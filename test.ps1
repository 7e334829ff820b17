# Tests everything on Windows; the twin of ./test.
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
. "$PSScriptRoot/eng/common.ps1"
Set-Location $PSScriptRoot
if (-not $env:OPENPAR_SHARED -and (Test-Path '../shared/seeds')) { $env:OPENPAR_SHARED = (Resolve-Path '../shared').Path }
Build 'OpenPar.slnx' -Node
$code = 0
dotnet format whitespace . --folder --verify-no-changes --exclude node_modules
if ($LASTEXITCODE -ne 0) { $code = 1 }
dotnet test --solution OpenPar.slnx -c Release --no-build --no-progress --ignore-exit-code 8 @args | Tee-Object -Variable lines
if ($LASTEXITCODE -ne 0) { $code = 1 }
function Sum($name) { ($lines | Select-String "^  ${name}: (\d+)" | ForEach-Object { [int]$_.Matches[0].Groups[1].Value } | Measure-Object -Sum).Sum + 0 }
$passed, $failed, $skipped = (Sum 'succeeded'), (Sum 'failed'), (Sum 'skipped')
if ($passed + $failed -eq 0 -or $failed -gt 0) { $code = 1 }
"$passed passed, $failed failed, $skipped skipped"
exit $code
