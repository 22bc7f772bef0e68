"""A publisher's own signature (PAdES) upon a print: it stays accessible and archival, and opens."""

import datetime
import io
import os
import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from cqviewer.printing.attachment import open_sheet
from tests.commands.running import cqviewer
from tests.printing.sheets import BUNDLED, printed

BORN = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bundled sheet's print, signed with a key of the test's own."""
    before = printed("bundled")
    assert before.endswith(b"%%EOF\n")
    writer = IncrementalPdfFileWriter(io.BytesIO(before))
    meta = signers.PdfSignatureMetadata(
        field_name="Publisher", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )
    after = signers.sign_pdf(
        writer, meta, signer=_signer(tmp_path_factory.mktemp("keys"))
    ).getvalue()
    assert after.startswith(before)  # a signature is added and changes nothing
    return bytes(after)


def _signer(folder: Path) -> signers.SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "City of Springfield")])
    signs = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(BORN)
        .not_valid_after(BORN + datetime.timedelta(days=36500))
        .add_extension(signs, critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "key.pem").write_bytes(secret)
    (folder / "signer.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    files = (str(folder / "key.pem"), str(folder / "signer.pem"))
    signer: signers.SimpleSigner | None = signers.SimpleSigner.load(*files)  # type: ignore[no-untyped-call]
    assert signer
    return signer


def test_the_signature_holds_and_covers_the_whole_file(signed: bytes) -> None:
    (signature,) = PdfFileReader(io.BytesIO(signed)).embedded_signatures
    trusted = ValidationContext(trust_roots=[signature.signer_cert])
    status = validate_pdf_signature(signature, trusted)
    assert status.bottom_line
    assert status.coverage
    assert status.coverage.name == "ENTIRE_FILE"


@pytest.mark.skipif("VERAPDF" not in os.environ, reason="VERAPDF does not name the validator")
def test_a_signed_print_stays_archival_and_accessible_by_the_reference_validator(
    signed: bytes, tmp_path: Path
) -> None:
    (tmp_path / "signed.pdf").write_bytes(signed)
    done = subprocess.run(
        [os.environ["VERAPDF"], tmp_path / "signed.pdf"],
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = [line for line in done.stdout.splitlines() if line.startswith(("PASS", "FAIL"))]
    assert [line[:4] for line in verdicts] == ["PASS", "PASS"], done.stdout


def test_a_signed_print_opens_as_the_whole_sheet(
    signed: bytes, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed)
    assert open_sheet(path).content == open_sheet(BUNDLED).content
    assert cqviewer("extract", str(path), "-o", "-") == 0
    assert capfdbinary.readouterr().out == BUNDLED.read_bytes()
