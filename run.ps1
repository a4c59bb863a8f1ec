# Starts plplanner from this checkout on Windows; the first start sets everything up.
#
# NOT YET TRIED: written beside ./run, never run on a Windows machine. Report what differs.
#
#   .\run.ps1                     opens the window (until it is built: plans the sample class on paper)
#   .\run.ps1 read FILE --json    any verb of the command line
#
# If Windows refuses to run scripts:  powershell -ExecutionPolicy Bypass -File run.ps1
# Exit codes are plplanner's own; 4 also when the set-up lacks something.
# This file is plain ASCII, because Windows PowerShell 5 misreads UTF-8 without a mark.

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$SampleGradebook = 'resources\sample\gradebook.csv'
$SampleClass = 'Math 3'
$SampleFolder = 'tomorrow'

$Root = $PSScriptRoot
$Venv = Join-Path $Root '.venv'
$Python = Join-Path $Venv 'Scripts\python.exe'
$Building = Join-Path $Venv '.building'
$Stamp = Join-Path $Venv '.ready-run'
Remove-Item Env:PYTHONHOME, Env:PYTHONPATH -ErrorAction SilentlyContinue

# Standard output belongs to plplanner, so the set-up speaks on standard error.
function Say([string] $Sentence) { [Console]::Error.WriteLine("plplanner: $Sentence") }
function Stop-Setup([string] $Sentence) { Say $Sentence; exit 4 }

# The line that .venv must have been made from: versions, ranges, Python and place.
function Get-MadeFrom {
    $hashes = 'constraints.txt', 'pyproject.toml' |
        ForEach-Object { (Get-FileHash (Join-Path $Root $_) -Algorithm SHA256).Hash }
    $base = Select-String -Path (Join-Path $Venv 'pyvenv.cfg') -Pattern '^(home|version)' |
        ForEach-Object { $_.Line }
    return (@($hashes) + @($base) + $Root) -join ' '
}

function Test-SetUp {
    if (-not (Test-Path $Python) -or (Test-Path $Building) -or -not (Test-Path $Stamp)) { return $false }
    return (Get-Content $Stamp -Raw).Trim() -eq (Get-MadeFrom)
}

# The launcher's name for the first Python that fits, or what PYTHON names.
function Find-Python {
    $fits = 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'
    if ($env:PYTHON) { $candidates = , @($env:PYTHON) }
    else { $candidates = @('py', '-3.13'), @('py', '-3.12'), @('py', '-3.14'), @('py', '-3.11'), @('python') }
    foreach ($candidate in $candidates) {
        $name, $rest = $candidate
        if (-not (Get-Command $name -ErrorAction SilentlyContinue)) { continue }
        # Windows PowerShell 5 turns a program's standard error into an exception under 'Stop'.
        $ErrorActionPreference = 'Continue'
        & $name @($rest | Where-Object { $_ }) -I -c $fits 2>$null | Out-Null
        $ErrorActionPreference = 'Stop'
        if ($LASTEXITCODE -eq 0) { return , $candidate }
    }
    Stop-Setup 'This computer lacks Python 3.11 to 3.14. Please install it from python.org and start again.'
}

function New-Venv {
    $name, $rest = Find-Python
    Say "Setting up plplanner in $Venv. This happens once."
    Get-ChildItem $Venv -Force -ErrorAction SilentlyContinue |
        Where-Object { $_.Name -ne '.lock' } | Remove-Item -Recurse -Force
    New-Item -ItemType File -Force $Building | Out-Null
    & $name @($rest | Where-Object { $_ }) -m venv $Venv | Out-Null
    if ($LASTEXITCODE -ne 0) { Stop-Setup 'Could not make the Python environment; the lines above say why.' }
}

function Install-Dependencies {
    Say 'Fetching the packages that plplanner is built on (about 120 MB the first time).'
    New-Item -ItemType File -Force $Building | Out-Null
    $needed = Join-Path $Venv 'needed.txt'
    $read = "import sys, tomllib; print(*tomllib.load(open(sys.argv[1], 'rb'))['project']['dependencies'], sep='\n')"
    & $Python -I -c $read (Join-Path $Root 'pyproject.toml') | Set-Content -Encoding Ascii $needed
    # Relative, so that the checkout may be renamed.
    '..\..\..\src' | Set-Content -Encoding Ascii (Join-Path $Venv 'Lib\site-packages\plplanner-checkout.pth')
    & $Python -m pip install --quiet --no-input --disable-pip-version-check --only-binary ':all:' `
        --constraint (Join-Path $Root 'constraints.txt') --requirement $needed | Out-Null
    if ($LASTEXITCODE -ne 0) {
        Stop-Setup 'Could not fetch the packages. Please check the internet connection and the free space (about 1 GB), then start again.'
    }
    Set-Content -Encoding UTF8 $Stamp (Get-MadeFrom)
    Remove-Item $Building
}

# One set-up at a time: Windows lets only one program hold this file open.
function Enter-Lock {
    New-Item -ItemType Directory -Force $Venv | Out-Null
    $said = $false
    while ($true) {
        try { return [IO.File]::Open((Join-Path $Venv '.lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] {
            if (-not $said) { Say 'Another start is setting plplanner up. Waiting for it.'; $said = $true }
            Start-Sleep -Milliseconds 500
        }
    }
}

function Initialize-Venv {
    if (Test-SetUp) { return }
    $lock = Enter-Lock
    try {
        if (Test-SetUp) { return }
        if ((Test-Path $Building) -or -not (Test-Path $Python)) { New-Venv }
        Install-Dependencies
        Say 'plplanner is set up.'
    }
    finally { $lock.Dispose() }
}

Initialize-Venv

if ($args.Count -eq 0 -and -not (Test-Path (Join-Path $Root 'src\plplanner\app.py'))) {
    Say 'The window is not built yet, so plplanner plans tomorrow for the sample class and prints it.'
    $folder = Join-Path $Root $SampleFolder
    & $Python -P -m plplanner tomorrow --gradebook (Join-Path $Root $SampleGradebook) --class $SampleClass -o $folder
    exit $LASTEXITCODE
}
& $Python -P -m plplanner @args
exit $LASTEXITCODE
