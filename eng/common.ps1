# What run.ps1, test.ps1 and openpar.ps1 share; dotnet itself finds out what changed.
$root = Split-Path $PSScriptRoot -Parent

function Refuse($vi, $en) {
    [Console]::Error.WriteLine($vi)
    [Console]::Error.WriteLine($en)
    exit 1
}

function Build([string]$project, [switch]$Node) {
    if (-not (Get-Command dotnet -ErrorAction Ignore) -or -not (dotnet --list-sdks | Select-String '^10\.')) {
        Refuse 'Cần .NET SDK 10: hãy cài từ https://dot.net rồi chạy lại.' 'The .NET SDK 10 is needed: install it from https://dot.net, then run again.'
    }
    if ($Node -and (-not (Get-Command node -ErrorAction Ignore) -or [int]((node --version) -replace '^v(\d+)\..*', '$1') -lt 20)) {
        Refuse 'Cần Node.js 20 trở lên: hãy cài từ https://nodejs.org rồi chạy lại.' 'Node.js 20 or newer is needed: install it from https://nodejs.org, then run again.'
    }
    $said = dotnet build "$root/$project" -c Release -v quiet -nologo 2>&1
    if ($LASTEXITCODE -ne 0) {
        $said | Select-String 'error' | Sort-Object -Unique | Select-Object -First 40 | ForEach-Object { [Console]::Error.WriteLine($_) }
        Refuse 'Biên dịch không thành công.' 'The build failed.'
    }
}
